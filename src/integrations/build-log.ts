import type { AstroLoggerDestination } from 'astro';

/** Clears the progress line of a terminal, so that a message does not continue it. */
const CLEAR_LINE = process.stdout.isTTY ? '\r\u001b[2K' : '';

/** Labels of messages that say for themselves where a problem is: `file:line:column`. */
const SELF_EXPLAINING = ['agents', 'topics', 'SKIP_FORMAT'];

/**
 * Prints warnings and errors of a build, one a line, and leaves out the rest: Astro's own log lists every page.
 * Astro loads this module by its address (`logger` in astro.config.mjs).
 */
export default function buildLog(): AstroLoggerDestination {
  return {
    write({ level, label, message }) {
      if (level !== 'warn' && level !== 'error') return;
      const stream = level === 'error' ? process.stderr : process.stdout;
      const prefix = label === null || SELF_EXPLAINING.includes(label) ? '' : `[${label}] `;
      stream.write(`${CLEAR_LINE}${prefix}${message}\n`);
    },
  };
}
