/*
 * Works around slow code in Mermaid. Whenever Mermaid looks up a setting, it copies its whole configuration, a thousand
 * values: hundreds of times for each diagram, more than half of the time of drawing a tree. This module makes it copy each
 * configuration once; every drawing has one of its own. It must be imported before Mermaid. If a new version has other
 * code, nothing is replaced and drawing is slower; patch-mermaid.test.ts then fails.
 */

import { registerHooks } from 'node:module';

/** Mermaid's function that the patch replaces a part of. */
export const originalCode = 'return assignWithDepth_default({}, currentConfig);\n}, "getConfig");';

const patchedCode = `if (copiedConfig !== currentConfig) {
    copiedConfig = currentConfig;
    copyOfConfig = assignWithDepth_default({}, currentConfig);
  }
  return copyOfConfig;
}, "getConfig");
var copiedConfig, copyOfConfig;`;

registerHooks({
  load: (url, context, load) => {
    const module = load(url, context);
    if (!url.includes('/mermaid/dist/')) return module;
    const source = typeof module.source === 'string' ? module.source : new TextDecoder().decode(module.source);
    return { ...module, source: source.replace(originalCode, patchedCode) };
  },
});
