/**
 * Returns a configuration as it is. It exists so that editors know its type.
 *
 * @param {import('../src/settings/config.ts').PlaybookConfig} config
 * @returns {import('../src/settings/config.ts').PlaybookConfig} the same configuration
 */
export function defineConfig(config) {
  return config;
}
