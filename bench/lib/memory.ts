import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLE_INTERVAL_MS = 100;

interface ProcessState {
  readonly id: number;
  readonly parent: number;
  /** Resident set size in bytes. */
  readonly resident: number;
}

/**
 * Samples the memory of a process and all its descendants: the sum of their resident sets, every 100 ms. Shared
 * memory is counted once for each process; peaks between two samples are missed.
 *
 * @returns a function that stops sampling and returns the highest sum in bytes
 * @throws Error if the list of processes cannot be read: there is neither /proc nor `ps`
 */
export function watchMemory(root: number): () => number {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, residentBelow(root, processes()));
  };
  sample();
  const timer = setInterval(sample, SAMPLE_INTERVAL_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** Returns the sum of the resident sets of a process and its descendants, in bytes. */
function residentBelow(root: number, all: readonly ProcessState[]): number {
  const byParent = Map.groupBy(all, ({ parent }) => parent);
  const sum = (id: number): number =>
    (byParent.get(id) ?? []).reduce((bytes, child) => bytes + child.resident + sum(child.id), 0);
  return (all.find(({ id }) => id === root)?.resident ?? 0) + sum(root);
}

function processes(): ProcessState[] {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

/** Reads /proc, because not every Linux container has `ps`. */
function fromProc(): ProcessState[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      let status;
      try {
        status = readFileSync(`/proc/${name}/status`, 'utf8');
      } catch {
        return []; // The process has ended since the folder was read.
      }
      const field = (key: string) => Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      return { id: Number(name), parent: field('PPid'), resident: field('VmRSS') * 1024 };
    });
}

function fromPs(): ProcessState[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [id = 0, parent = 0, kibibytes = 0] = line.trim().split(/\s+/).map(Number);
      return { id, parent, resident: kibibytes * 1024 };
    });
}
