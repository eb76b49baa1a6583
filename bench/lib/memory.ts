import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const SAMPLED_EVERY_MS = 100;

interface ProcessState {
  readonly id: number;
  readonly parent: number;
  /** Resident set size in bytes. */
  readonly resident: number;
}

/**
 * Watches the memory of a process and all its descendants: their resident sets, added up, every 100 ms. What
 * processes share is counted for each; what is given back between two looks is missed.
 * @returns a function that ends the watch and returns the highest sum in bytes
 * @throws if the list of processes cannot be read: there is neither /proc nor `ps`
 */
export function watchMemory(root: number): () => number {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, residentBelow(root, processes()));
  };
  look();
  const timer = setInterval(look, SAMPLED_EVERY_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

/** Sum of the resident sets of a process and its descendants, in bytes. */
function residentBelow(root: number, all: readonly ProcessState[]): number {
  const byParent = Map.groupBy(all, ({ parent }) => parent);
  const sum = (id: number): number =>
    (byParent.get(id) ?? []).reduce((bytes, child) => bytes + child.resident + sum(child.id), 0);
  return (all.find(({ id }) => id === root)?.resident ?? 0) + sum(root);
}

function processes(): ProcessState[] {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

/** `ps` is not in every Linux container; /proc is. */
function fromProc(): ProcessState[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      let status;
      try {
        status = readFileSync(`/proc/${name}/status`, 'utf8');
      } catch {
        return []; // It has ended since the folder was read.
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
