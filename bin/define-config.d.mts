import type { PlaybookConfig } from '../src/settings/config.ts';

export type { PlaybookConfig };

/** Returns a configuration as it is. It exists so that editors know its type. */
export declare function defineConfig(config: PlaybookConfig): PlaybookConfig;
