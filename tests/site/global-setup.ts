export { buildSites as default } from './build-sites.ts';
