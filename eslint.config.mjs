import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.astro'] } } },
  ...astro.configs['flat/recommended'],
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // It is among the slowest rules, and tsconfig.json forbids enums.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // `catch (error)` deep inside a function with its own `error` reads better than an invented name.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_$' }],
    },
  },
  {
    // Configuration in plain JavaScript and Astro files are linted without type information.
    files: ['**/*.mjs', '**/*.astro'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
