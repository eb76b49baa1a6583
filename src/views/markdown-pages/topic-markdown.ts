import type { TopicView } from '../topics/topic.ts';
import type { ExcerptView } from '../topics/topic-excerpt.ts';
import { depthLabels } from '../topics/coverage-view.ts';
import { blocks, bullets, link, plain } from './markdown-text.ts';

/** Returns the markdown version of a topic's page: which agents cover it, and where in their files. */
export function topicMarkdown({ title, sentence, summary, agents, more, elements, related }: TopicView): string {
  const others = [
    ...more.names.map(({ name, href }) => link(name, href)),
    ...(more.uncounted > 0 ? [`${String(more.uncounted)} more`] : []),
  ];
  return blocks(
    `# ${plain(title)}`,
    sentence !== '' && `> ${plain(sentence)}`,
    `${summary}.`,
    ...agents.map(({ name, href, depth, extent, places, otherPlaces }) =>
      blocks(
        `## ${link(name, href)}`,
        `${depthLabels[depth]}: ${extent}.`,
        bullets([
          ...places.map((place) =>
            [link(place.title, place.href), bullets(place.excerpts.map(excerptText))]
              .filter((part) => part !== '')
              .join('\n'),
          ),
          ...otherPlaces.map((place) => link(place.title, place.href)),
        ]),
      ),
    ),
    others.length > 0 && blocks('## More agents', others.join(', ')),
    elements.shown.length > 0 &&
      blocks(
        '## Elements',
        bullets(
          elements.shown.map(
            ({ title, kind, href, origin }) => `${link(title, href)}: ${kind} of ${link(origin.agent, origin.href)}`,
          ),
        ),
      ),
    related.length > 0 && blocks('## Related topics', related.map((other) => link(other.title, other.href)).join(', ')),
  );
}

function excerptText({ pieces }: ExcerptView): string {
  return plain(pieces.map(({ text }) => text).join(''));
}
