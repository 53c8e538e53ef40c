import { DomainError } from '../../lib/domain-error.ts';

export class NameRepeatedError extends DomainError {
  readonly code = 'NAME_REPEATED';
  readonly text: string;

  constructor(text: string) {
    super(`The name "${text}" is given more than once: leave the repetition out.`);
    this.text = text;
  }
}

export class PreferredNameError extends DomainError {
  readonly code = 'SECOND_PREFERRED_NAME';
  readonly text: string;

  constructor(text: string, preferred: string) {
    super(`"${preferred}" is the preferred name already: give "${text}" another kind than PREFERRED.`);
    this.text = text;
  }
}
