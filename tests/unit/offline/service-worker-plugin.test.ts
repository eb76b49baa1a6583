import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, createLogger, createServer } from 'vite';
import { describe, expect, it, vi } from 'vitest';
import { serviceWorkerPlugin } from '../../../src/integrations/offline.ts';

describe('the Vite plugin that builds the service worker', () => {
  it('logs no warning in the development server that Astro starts during a build', async () => {
    const customLogger = createLogger('silent');
    const warn = vi.spyOn(customLogger, 'warn');
    const server = await createServer({
      configFile: false,
      customLogger,
      optimizeDeps: { noDiscovery: true },
      plugins: [serviceWorkerPlugin()],
      server: { middlewareMode: true, ws: false, watch: null },
    });
    await server.environments.client.pluginContainer.buildStart();
    await server.close();
    expect(warn).not.toHaveBeenCalled();
  });

  it('writes the worker under a fixed name, as one script without imports', async () => {
    const root = await mkdtemp(join(tmpdir(), 'service-worker-'));
    try {
      const result = await build({
        root,
        configFile: false,
        logLevel: 'silent',
        plugins: [serviceWorkerPlugin()],
        build: {
          write: false,
          rolldownOptions: { input: join(import.meta.dirname, '../../../src/lib/dom.ts') },
        },
      });
      const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
      const worker = outputs.find(({ fileName }) => fileName === 'service-worker.js');
      // A classic script cannot import others. `BUILD` is the constant that the integration writes in front of it.
      expect(worker).toMatchObject({ type: 'chunk', imports: [], code: expect.stringContaining('=BUILD,') as string });
    } finally {
      await rm(root, { recursive: true });
    }
  });
});
