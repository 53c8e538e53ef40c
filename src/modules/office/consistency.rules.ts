import { foldWording, isSamePost } from './wording.rules.ts';

/** A wording of an office; of one holder's tenure, or the office's own title where `tenureId` is null. */
export interface OfficeWording {
  readonly officeId: string;
  readonly tenureId: string | null;
  readonly actorId: string | null;
  readonly text: string;
}

/** A wording under which an actor takes part somewhere. */
export interface StatedOffice {
  readonly actorId: string;
  readonly statedOffice: string;
}

export type ContradictionReason =
  | 'OUT_OF_OFFICE'
  | 'NOT_ATTESTED_THEN'
  | 'ANOTHER_OFFICE'
  | 'WORDING_NOT_RECORDED'
  | 'NO_TENURE';

/** What is known of wordings, asked for one stated wording after the other. */
export interface Wordings {
  /** The actor's tenures that the wording may mean. */
  listFitting(stated: StatedOffice): readonly string[];
  listTenures(actorId: string): readonly string[];
  /** The office that bears just this title, or null. */
  findOfficeTitled(statedOffice: string): string | null;
}

export function createWordings(wordings: readonly OfficeWording[]): Wordings {
  const titles = new Map<string, string>();
  const byOffice = new Map<string, string>();
  for (const { officeId, tenureId, text } of wordings) {
    if (tenureId !== null) continue;
    titles.set(foldWording(text).join(' '), officeId);
    byOffice.set(officeId, text);
  }
  const byActor = Map.groupBy(
    wordings.filter(({ tenureId }) => tenureId !== null),
    ({ actorId }) => actorId ?? '',
  );
  return {
    listFitting: ({ actorId, statedOffice }) => {
      const fitting = (byActor.get(actorId) ?? []).filter(
        ({ officeId, text }) =>
          isSamePost(text, statedOffice) || isSamePost(byOffice.get(officeId) ?? '', statedOffice),
      );
      return [...new Set(fitting.map(({ tenureId }) => tenureId ?? ''))];
    },
    listTenures: (actorId) => [...new Set((byActor.get(actorId) ?? []).map(({ tenureId }) => tenureId ?? ''))],
    findOfficeTitled: (statedOffice) => titles.get(foldWording(statedOffice).join(' ')) ?? null,
  };
}

/** Why a stated office does not go with the tenures; `isPossible` tells that no stated day rules a fitting tenure out. */
export function reasonFor(stated: StatedOffice, isPossible: boolean, wordings: Wordings): ContradictionReason {
  if (wordings.listFitting(stated).length > 0) return isPossible ? 'NOT_ATTESTED_THEN' : 'OUT_OF_OFFICE';
  if (wordings.findOfficeTitled(stated.statedOffice) !== null) return 'ANOTHER_OFFICE';
  return wordings.listTenures(stated.actorId).length === 0 ? 'NO_TENURE' : 'WORDING_NOT_RECORDED';
}
