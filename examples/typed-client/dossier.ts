import { pathToFileURL } from 'node:url';
import { graphql } from './generated/gql.ts';
import type { DossierQuery } from './generated/graphql.ts';
import { request } from './request.ts';

const Dossier = graphql(`
  query Dossier($slug: String!) {
    actor(slug: $slug) {
      name
      tenures {
        title
        organisation {
          name
        }
      }
      meetings(first: 100) {
        totalCount
        nodes {
          title
          edtf
          participations {
            participant {
              ... on Actor {
                slug
                name
              }
            }
            office {
              title
            }
          }
          citations {
            passage {
              number
            }
          }
        }
      }
      agreements(first: 100) {
        totalCount
        nodes {
          title
          status
          signedOn
        }
      }
      assessments(first: 100) {
        totalCount
        nodes {
          gist
          hedge
        }
      }
    }
  }
`);

type Actor = NonNullable<DossierQuery['actor']>;

/** Everything about one actor as text; null when nobody has that slug. */
export async function dossierOf(endpoint: string, slug: string): Promise<string | null> {
  const { actor } = await request(endpoint, Dossier, { slug });
  return actor ? print(slug, actor) : null;
}

function print(slug: string, { name, tenures, meetings, agreements, assessments }: Actor): string {
  const lines = [
    name,
    ...tenures.map(({ title, organisation }) => `  ${[title, organisation?.name].filter(Boolean).join(', ')}`),
  ];
  lines.push('', `Meetings (${meetings.totalCount})`);
  for (const { title, edtf, participations, citations } of meetings.nodes) {
    lines.push(`  ${edtf ?? 'undated'}  ${title}  [${citations.map(({ passage }) => passage.number).join(', ')}]`);
    for (const { participant, office } of participations) {
      // The other members of the union have no fields in the document, hence none here.
      if (!('slug' in participant) || participant.slug === slug) continue;
      lines.push(`      with ${participant.name}${office ? `, ${office.title}` : ''}`);
    }
  }
  lines.push('', `Agreements (${agreements.totalCount})`);
  for (const { title, status, signedOn } of agreements.nodes)
    lines.push(`  ${signedOn ?? 'day unknown'}  ${title} (${status})`);
  lines.push('', `What the authors think (${assessments.totalCount})`);
  for (const { gist, hedge } of assessments.nodes) lines.push(`  ${gist}${hedge ? ` ("${hedge}")` : ''}`);
  return `${lines.join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [slug = 'stanislau-zas', endpoint = 'http://localhost:4000/graphql'] = process.argv.slice(2);
  const dossier = await dossierOf(endpoint, slug);
  process.stdout.write(dossier ?? `No actor has the slug ${slug}.\n`);
}
