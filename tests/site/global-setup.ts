export { buildSites as default } from './build.ts';
