/* Configures Mermaid and renders a text with it. */

import mermaid, { type MermaidConfig } from 'mermaid';
import { chartColours } from './paint.ts';
import { columnLayout } from './column-layout.ts';
import { FONT_SIZE } from './layout.ts';
import { UnsupportedDiagram } from './read-scene.ts';
import type { DiagramSource } from './request.ts';

/** Longest text that is drawn, in characters. Laying out a longer one may take forever. */
export const MAX_TEXT_LENGTH = 50_000;

/**
 * The supported diagram types. Others need icons and HTML (architecture, eventmodeling), or are so new that their syntax
 * still changes.
 */
const supportedTypes = new Set(
  'flowchart flowchart-v2 flowchart-elk sequence stateDiagram class classDiagram er gantt pie mindmap journey timeline gitGraph quadrantChart xychart requirement c4 block packet kanban radar treemap sankey ishikawa treeView'.split(
    ' ',
  ),
);

/** The id of Mermaid's drawing. write-svg.ts replaces or removes every id in it. */
const DRAWING_ID = 'd';

/** Settings of all kinds of diagrams. Without them, Mermaid 12 gives each kind its own look. */
const plain = { look: 'classic', theme: 'base' } as const;
const graph = { ...plain, layout: 'elk', wrappingWidth: 220, minNodeWidth: 0 } as const;

/** Greys, from which paint.ts later derives the role of a shape; it derives agents' colours from hues. */
const [sunken, edge, rule, ink] = ['#eeeeee', '#888888', '#cccccc', '#222222'];

const themeVariables = {
  fontSize: `${String(FONT_SIZE)}px`,
  background: '#ffffff',
  primaryColor: '#ffffff',
  secondaryColor: sunken,
  tertiaryColor: sunken,
  primaryBorderColor: edge,
  secondaryBorderColor: edge,
  tertiaryBorderColor: edge,
  primaryTextColor: ink,
  secondaryTextColor: ink,
  tertiaryTextColor: ink,
  lineColor: edge,
  textColor: ink,
  edgeLabelBackground: '#ffffff',
  clusterBkg: sunken,
  clusterBorder: rule,
  noteBkgColor: sunken,
  noteBorderColor: edge,
  noteTextColor: ink,
  actorLineColor: rule,
  gridColor: rule,
  pieTitleTextSize: '16px',
  pieSectionTextSize: `${String(FONT_SIZE)}px`,
  pieLegendTextSize: `${String(FONT_SIZE)}px`,
  xyChart: { plotColorPalette: chartColours.join(',') },
  ...Object.fromEntries(
    chartColours.flatMap((colour, index) => [
      [`cScale${String(index)}`, colour],
      [`cScaleInv${String(index)}`, edge],
      [`cScalePeer${String(index)}`, colour],
      [`pie${String(index + 1)}`, colour],
      [`git${String(index)}`, colour],
      [`fillType${String(index)}`, colour],
    ]),
  ),
};

const config: MermaidConfig = {
  ...plain,
  startOnLoad: false,
  securityLevel: 'strict',
  suppressErrorRendering: true,
  deterministicIds: true,
  htmlLabels: false,
  layout: 'elk',
  maxTextSize: MAX_TEXT_LENGTH,
  fontFamily: 'sans-serif',
  fontSize: FONT_SIZE,
  themeVariables,
  flowchart: { ...graph, nodeSpacing: 28, rankSpacing: 40, padding: 14, minNodeWidth: 40 },
  state: { ...graph, nodeSpacing: 32, rankSpacing: 40 },
  class: { ...graph },
  er: { ...graph },
  requirement: { ...graph },
  mindmap: { ...plain, layout: 'cose-bilkent' },
  sequence: { ...plain, height: 44, actorFontSize: FONT_SIZE, messageFontSize: FONT_SIZE, noteFontSize: FONT_SIZE },
  gantt: { ...plain },
  timeline: { ...plain },
  journey: { ...plain, textPlacement: 'tspan' },
  gitGraph: { ...plain },
  pie: { ...plain },
  sankey: { linkColor: edge },
};

mermaid.registerLayoutLoaders([columnLayout]);

/** The settings that each arrangement changes. Only a setting from outside can choose a layout. */
const arrangements: Record<NonNullable<DiagramSource['arrangement']>, MermaidConfig> = {
  columns: { layout: 'columns', flowchart: { ...graph, layout: 'columns', padding: 6, wrappingWidth: 480 } },
  steps: { flowchart: { ...config.flowchart, minNodeWidth: 200 } },
};

let configuredFor: DiagramSource['arrangement'] | null = null;

/**
 * Configures Mermaid for a diagram, in a thread with the DOM shim. Mermaid itself resets what a text changes, so that
 * diagrams of the same arrangement need this once: deriving the theme's 300 colours takes a tenth of the time of drawing.
 */
export function initializeMermaid(arrangement: DiagramSource['arrangement']): void {
  if (arrangement === configuredFor) return;
  configuredFor = arrangement;
  mermaid.initialize({
    ...config,
    ...(arrangement && arrangements[arrangement]),
    // A text must not override these settings: they define the site's look and its security.
    secure: [...Object.keys(config), 'themeCSS', 'elk', 'altFontFamily', 'handDrawnSeed', 'dompurifyConfig', 'wrap'],
  });
}

/**
 * Renders a Mermaid text.
 * @returns Mermaid's SVG as an element of a document
 * @throws Mermaid's error about the text; see `mermaidErrorMessage`
 */
export async function renderWithMermaid(text: string): Promise<Element> {
  document.body.replaceChildren();
  const { svg, diagramType } = await mermaid.render(DRAWING_ID, text);
  if (!supportedTypes.has(diagramType)) {
    throw new UnsupportedDiagram(`diagrams of the type ${diagramType} are not supported`);
  }
  const frame = document.createElement('div');
  frame.innerHTML = svg;
  const drawing = frame.querySelector('svg');
  if (!drawing) throw new Error('Mermaid returned no drawing');
  return drawing;
}
