import type { Form } from '../../../forms/model/form.ts';
import { readLines, templateForm } from '../../../forms/model/template-form.ts';
import { HandoffFormElement } from './handoff-form-element.ts';

/** Makes the form of a template, without interpreting its hints: the markup contains their suggestions already. */
export function makeForm(text: string): Form {
  return templateForm(readLines(text));
}

/** `<template-form>` around the markup of a template's form. */
class TemplateFormElement extends HandoffFormElement {
  protected readonly makeForm = makeForm;
}

customElements.define('template-form', TemplateFormElement);
