import type { Form } from '../../../forms/model/form.ts';
import { readLines, templateForm, type Line } from '../../../forms/model/template-form.ts';
import { HandoffFormElement } from './handoff-form-element.ts';

/** Reads a template without interpreting its hints: the markup of its form contains their suggestions already. */
export function readTemplate(text: string): Line[] {
  return readLines(text, () => ({ kind: 'text', suggestions: [], insertMode: 'one' }));
}

export function makeForm(text: string): Form {
  return templateForm(readTemplate(text));
}

/** `<template-form>` around the markup of a template's form. */
class TemplateFormElement extends HandoffFormElement {
  protected readonly makeForm = makeForm;
}

customElements.define('template-form', TemplateFormElement);
