import type { Form, FormField, Segment } from '../../forms/model/form.ts';
import { readHint } from '../../forms/model/hint-kinds.ts';
import { messageForm } from '../../forms/model/message-form.ts';
import { templateForm } from '../../forms/model/template-form.ts';
import { fieldLinesOf, readLines } from '../../forms/model/template-lines.ts';
import { elementPath, handoffsPath, href } from '../../links.ts';
import type { HandoffTemplate } from '../../playbook/elements/templates/handoff-template.ts';
import type { Message } from '../../playbook/elements/message.ts';

/** An element to hand to another agent: a template to fill in or a message to send. */
export type Handoff = HandoffTemplate | Message;

/** A field of a form on a page. */
export interface FieldView extends FormField {
  /** Id of its text area, unique on the page. */
  id: string;
  /** Text in front of the hint that calls it a sample, or nothing. */
  hintLead: string;
}

/** A field, or the fields of one object in a message. */
export type FormPart = { field: FieldView } | { legend: string; parts: FormPart[] };

/** A form as markup: the same on its own page and on the persona page. */
export interface HandoffFormView {
  /** Prefix of the ids of its parts. */
  id: string;
  kind: Form['kind'];
  title: string;
  /** The template or message as written; the browser makes the same form of it. */
  text: string;
  /** The fields of each line of a template, as JSON for the browser; absent for a message. */
  fieldLines?: string;
  /** Key of the drafts on the reader's device: the same on every page that shows the form. */
  storeKey: string;
  /** Name of the download. */
  fileName: string;
  parts: FormPart[];
  /** Id of the first field; absent if there are no fields. */
  first?: string;
  total: number;
  /** The text without values. */
  segments: Segment[];
}

/** Makes a form of a template or a message. */
export function formOf({ kind, text }: Handoff): Form {
  return kind === 'message' ? messageForm(text) : templateForm(readLines(text, readHint));
}

/**
 * Returns the view of a form.
 * @param id of the placed element
 */
export function handoffFormView(id: string, element: Handoff): HandoffFormView {
  const form = formOf(element);
  const formId = `playbook:${element.slug}`;
  const fields = form.fields.map((field, index) => ({
    ...field,
    id: `${formId}:${String(index + 1)}`,
    hintLead: form.kind === 'message' ? sampleLead(field) : '',
  }));
  return {
    id: formId,
    kind: form.kind,
    title: element.title,
    text: element.text,
    ...(element.kind === 'handoff-template' && { fieldLines: JSON.stringify(fieldLinesOf(element.text)) }),
    storeKey: draftsKeyOf(id, element),
    fileName: `${element.slug}.${form.kind === 'message' ? 'json' : 'md'}`,
    parts: grouped(fields, 0),
    ...(fields[0] && { first: fields[0].id }),
    total: fields.length,
    segments: form.render({}, 'hints'),
  };
}

function sampleLead({ kind }: FormField): string {
  return kind === 'list' ? 'Example, one per line:' : 'Example:';
}

export function handoffPath(id: string, element: Handoff): `/${string}` {
  return elementPath({ id, element }) ?? handoffsPath;
}

/** Returns the path with the base path, because playbooks on the same host share one storage. */
export function draftsKeyOf(id: string, element: Handoff): string {
  return `playbook:${href(handoffPath(id, element))}`;
}

/** Groups adjacent fields of the same object. */
function grouped(fields: readonly FieldView[], depth: number): FormPart[] {
  const parts: FormPart[] = [];
  for (let index = 0; index < fields.length;) {
    const field = fields[index];
    if (!field) break;
    const legend = field.group[depth];
    if (legend === undefined) {
      parts.push({ field });
      index += 1;
      continue;
    }
    const rest = fields.slice(index);
    const end = rest.findIndex(({ group }) => group[depth] !== legend);
    const inside = end === -1 ? rest : rest.slice(0, end);
    parts.push({ legend, parts: grouped(inside, depth + 1) });
    index += inside.length;
  }
  return parts;
}
