import type { DraftEvent } from './drafts.ts';
import type { Paragraph, Story } from './story.ts';
import type { Template } from './template.ts';

export interface Telling {
  readonly story: Story;
  readonly paragraph: Paragraph;
  readonly passage: string;
  readonly section: string;
  readonly template: Template;
  /** What was dated last when the sentence began: "the next day" comes once, however much is told of it. */
  readonly anchor: Pick<DraftEvent, 'dates'> | null;
  /** Places in the template that have told an event already. */
  readonly taken: { readonly start: number; readonly end: number; readonly event: DraftEvent }[];
}
