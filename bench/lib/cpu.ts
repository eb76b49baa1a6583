import { readFileSync } from 'node:fs';

/** Fixed for what the kernel tells programs, whatever it uses inside: proc_pid_stat(5), sysconf(_SC_CLK_TCK). */
const TICKS_PER_SECOND = 100;

/**
 * Processor time of all children of this process that have ended, and of theirs: unlike the time on the clock,
 * it hardly depends on what else the machine is doing.
 * @returns seconds; undefined where there is no /proc, since Node does not tell it
 */
export function childrenCpuSeconds(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The second field is the program's name, which may hold spaces; cutime and cstime are the 16th and 17th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}
