/** Components as values, for the endpoint that renders the entries of an index. `astro check` knows their properties. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
