import type { APIRoute } from 'astro';
import { absoluteUrl, isPublished } from '../views/shared/public-url.ts';

/** Serves what crawlers may read: all. Crawlers look for it at the root of the host, so below a base path none finds it. */
export const GET: APIRoute = () => {
  const sitemap = isPublished ? `\nSitemap: ${absoluteUrl('/sitemap-index.xml')}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
