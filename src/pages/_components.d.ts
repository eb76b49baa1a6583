/** Components as values, for the endpoint that renders the entries of an index. `astro check` knows their properties. */
declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
  const component: AstroComponentFactory;
  export default component;
}
