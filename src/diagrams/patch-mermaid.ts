import { registerHooks } from 'node:module';

/**
 * What Mermaid does each time that it looks up a setting. It copies its whole configuration, a thousand values,
 * hundreds of times a diagram, which is a third of the time that drawing takes. Once this module is imported, before
 * Mermaid, it copies the same in a fifth of the time. Should a new version say this otherwise, nothing is changed, and
 * drawing is slower.
 */
export const slowCopy = 'return assignWithDepth_default({}, currentConfig);\n}, "getConfig");';
const quickCopy = 'return copyOfConfig(currentConfig);\n}, "getConfig");';

registerHooks({
  load: (url, context, load) => {
    const module = load(url, context);
    if (!url.includes('/mermaid/dist/')) return module;
    const source = typeof module.source === 'string' ? module.source : new TextDecoder().decode(module.source);
    if (!source.includes(slowCopy)) return module;
    return { ...module, source: `const copyOfConfig = ${String(copy)};\n${source.replace(slowCopy, quickCopy)}` };
  },
});

/** As deep as Mermaid's own: groups of values, and groups in them. Its text goes into Mermaid's module, alone. */
function copy(value: Record<string, unknown>): Record<string, unknown> {
  const copyOf = (one: unknown, depth: number): unknown => {
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) return [...(one as unknown[])];
    const group: Record<string, unknown> = { ...one };
    if (depth === 0) return group;
    for (const key in group) if (typeof group[key] === 'object') group[key] = copyOf(group[key], depth - 1);
    return group;
  };
  return copyOf(value, 2) as Record<string, unknown>;
}
