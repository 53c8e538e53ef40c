import { DomainError } from '../../lib/domain-error.ts';

/** What was given for a new edition cannot be one. */
export class EditionInputError extends DomainError {
  readonly code: 'INVALID_SERIES' | 'INVALID_PERIOD' | 'INVALID_LANGUAGE' | 'INVALID_SOURCE_URL' | 'INVALID_TITLE';

  constructor(code: EditionInputError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export class UnknownDraftError extends DomainError {
  readonly code = 'UNKNOWN_DRAFT';

  constructor() {
    super('There is no such draft: ask `drafts` for those there are.');
  }
}

/** Somebody else has written in the meantime. */
export class DraftChangedError extends DomainError {
  readonly code = 'DRAFT_CHANGED';
  readonly draftId: string;
  readonly version: number;

  constructor(draftId: string, version: number) {
    super(`The draft has changed since: its version is ${version} now. Look at it again, and send that version.`);
    this.draftId = draftId;
    this.version = version;
  }
}

/** What is published is withdrawn before it is written again. */
export class DraftPublishedError extends DomainError {
  readonly code = 'ALREADY_PUBLISHED';
  readonly report: string;

  constructor(report: string) {
    super(`The report ${report} is published: withdraw it first.`);
    this.report = report;
  }
}

export class ReportNotPublishedError extends DomainError {
  readonly code = 'REPORT_NOT_PUBLISHED';
  readonly report: string;

  constructor(report: string) {
    super(`No report ${report} is published.`);
    this.report = report;
  }
}

/** The period has an edition already, and the text is another. */
export class PeriodAlreadyPublishedError extends DomainError {
  readonly code = 'PERIOD_ALREADY_PUBLISHED';
  readonly report: string;

  constructor(report: string) {
    super(
      `The period is published already, as ${report}, and this text is not its: withdraw that report first, or correct the period.`,
    );
    this.report = report;
  }
}

/** One passage that the text has and the published report has not, or the other way round. */
export interface PassageDifference {
  readonly number: string;
  /** Null where the report has no passage of that number. */
  readonly inReport: 'PARAGRAPH' | 'BULLET' | null;
  readonly inText: 'PARAGRAPH' | 'BULLET' | null;
}

/** The wording of a published report can be attached only to the passages that it has. */
export class PassagesDifferError extends DomainError {
  readonly code = 'PASSAGES_DIFFER';
  readonly report: string;
  readonly differences: readonly PassageDifference[];

  constructor(report: string, differences: readonly PassageDifference[]) {
    const told = differences
      .slice(0, 10)
      .map(({ number, inText }) => `${number} ${inText ? 'only in the text' : 'only in the report'}`);
    const more = differences.length > told.length ? ` and ${differences.length - told.length} more` : '';
    super(
      `The text is not divided as the published report ${report} is: ${told.join(', ')}${more}. Withdraw the report to correct its passages.`,
    );
    this.report = report;
    this.differences = differences;
  }
}
