import type { APIRoute, GetStaticPaths } from 'astro';
import { loadPlaybook } from '../../../content/agents.ts';
import { elementPath } from '../../../links.ts';
import type { PlacedElement } from '../../../playbook/playbook.ts';
import { elementFileText } from '../../../views/exports/element-file-text.ts';
import { elementFiles, type ElementFormat } from '../../../views/exports/element-files.ts';

/** Each file has its address below the page of its element: `/gates/ID/NAME.md`. */
export const getStaticPaths = (async () => {
  const { elements } = await loadPlaybook();
  return elements.flatMap((placed) =>
    elementFiles(placed).map(({ format, name: file }) => {
      const [, kind = ''] = elementPath(placed)?.split('/') ?? [];
      return { params: { kind, id: placed.id, file }, props: { placed, format } };
    }),
  );
}) satisfies GetStaticPaths;

/** Serves an element as a file for a project. */
export const GET: APIRoute<{ placed: PlacedElement; format: ElementFormat }> = async ({ props }) =>
  new Response(await elementFileText(props.placed, props.format), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
