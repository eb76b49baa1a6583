import { counted } from '../lib/counted.ts';
import type { CheckResult } from './check-files.ts';

/** Says in one sentence what a check found: "2 errors and 1 warning in 5 agents." */
export function summaryOf({ agents, counts, skipped }: CheckResult): string {
  const found = [
    counted(counts.error, 'error'),
    counted(counts.warning, 'warning'),
    ...(counts.info > 0 ? [counted(counts.info, 'note')] : []),
  ];
  const list = new Intl.ListFormat('en-GB').format(found);
  const left = skipped.length > 0 ? ` ${counted(skipped.length, 'other markdown file')} skipped.` : '';
  return `${list} in ${counted(agents, 'agent')}.${left}`;
}
