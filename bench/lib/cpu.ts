import { readFileSync } from 'node:fs';

/** The unit of /proc on every Linux: proc_pid_stat(5), sysconf(_SC_CLK_TCK). */
const TICKS_PER_SECOND = 100;

/**
 * Returns the processor time of all descendants of this process that have ended. Unlike wall-clock time, it hardly
 * depends on other programs.
 *
 * @returns seconds, or undefined where there is no /proc: Node itself does not know it
 */
export function childrenCpuSeconds(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The second field is the program's name, which may contain spaces; cutime and cstime are the 16th and 17th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}
