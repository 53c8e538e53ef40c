import type { CorrectedReason, Kept } from '../src/edition/claims.ts';
import { isCorrected } from '../src/edition/corrected.ts';
import type { LoadReport } from '../src/edition/write-edition.ts';

const COLUMNS = ['created', 'updated', 'unchanged', 'removed', 'kept'] as const;

/** What a load did, as a table for the terminal. */
export function formatReport({ report, counts, kept }: LoadReport): string {
  const totals = COLUMNS.map((column) => counts.reduce((sum, count) => sum + count[column], 0));
  const table = [
    ['', ...COLUMNS],
    ...counts.map((count) => [count.noun, ...COLUMNS.map((column) => String(count[column]))]),
    ['total', ...totals.map(String)],
  ];
  const widthOf = (index: number) => Math.max(...table.map((row) => row[index]?.length ?? 0));
  const lines = table.map(([noun = '', ...cells]) =>
    [noun.padEnd(widthOf(0)), ...cells.map((cell, index) => cell.padStart(widthOf(index + 1)))].join('  '),
  );
  const reasons = kept
    .filter((record) => !isCorrected(record))
    .map(({ noun, key, reason }) => `Kept in ${noun}: ${key}, ${reason}.`);
  return [report, ...lines, ...reasons, ...tell(kept, 'corrected since'), ...tell(kept, 'deleted since')].join('\n');
}

function tell(kept: readonly Kept[], reason: CorrectedReason): readonly string[] {
  const labels = kept.filter((record) => record.reason === reason).map(({ noun, key }) => `${noun}/${key}`);
  if (labels.length === 0) return [];
  const verb = reason === 'corrected since' ? 'Kept' : 'Left out';
  return [`${verb} ${labels.length} ${labels.length === 1 ? 'record' : 'records'} ${reason}: ${labels.join(', ')}.`];
}
