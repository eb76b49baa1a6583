import type { AstroIntegration } from 'astro';

/**
 * Prints one line for the whole build: "Building the site…" on a terminal, then the number of pages and the
 * seconds since the command began. Must be the last integration.
 */
export function buildProgress(): AstroIntegration {
  const { stdout } = process;
  return {
    name: 'build-progress',
    hooks: {
      'astro:build:start': () => {
        if (stdout.isTTY) stdout.write('Building the site…');
      },
      'astro:build:done': ({ pages }) => {
        if (stdout.isTTY) stdout.write('\r\u001b[2K');
        // The process's own clock begins when it starts.
        const seconds = (performance.now() / 1000).toFixed(1);
        stdout.write(`${String(pages.length)} ${pages.length === 1 ? 'page' : 'pages'} in ${seconds} s\n`);
      },
    },
  };
}
