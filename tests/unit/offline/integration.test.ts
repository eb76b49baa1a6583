import { createLogger, createServer, type PluginOption } from 'vite';
import { describe, expect, it, vi } from 'vitest';
import { offline } from '../../../src/integrations/offline.ts';

/** Returns the Vite plugins that the integration adds, as Astro would receive them. */
function pluginsFor(command: 'build' | 'dev'): PluginOption[] {
  const updateConfig = vi.fn();
  const setup: unknown = offline().hooks['astro:config:setup'];
  if (typeof setup !== 'function') throw new Error('The integration has no setup hook');
  setup({ command, updateConfig });
  return updateConfig.mock.calls.flatMap(([config]: { vite: { plugins: PluginOption[] } }[]) => config?.vite.plugins);
}

describe('the offline integration', () => {
  it('adds a plugin for the service worker to a build, and none to the development server', () => {
    expect(pluginsFor('build')).toHaveLength(1);
    expect(pluginsFor('dev')).toEqual([]);
  });

  it('logs no warning in the development server that Astro starts during a build', async () => {
    const customLogger = createLogger('silent');
    const warn = vi.spyOn(customLogger, 'warn');
    const server = await createServer({
      configFile: false,
      customLogger,
      optimizeDeps: { noDiscovery: true },
      plugins: pluginsFor('build'),
      server: { middlewareMode: true, ws: false, watch: null },
    });
    await server.environments.client.pluginContainer.buildStart();
    await server.close();
    expect(warn).not.toHaveBeenCalled();
  });
});
