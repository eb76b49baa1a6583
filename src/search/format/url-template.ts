/** Placeholder for an agent's id in a URL template. No real URL contains it: there, braces are percent-encoded. */
const AGENT_ID = '{}';

/** Replaces an agent's id in a URL by a placeholder, so that agents with the same content share one template. */
export function toUrlTemplate(url: string, agentId: string): string {
  const id = encodeURI(agentId);
  // The last occurrence: the site's base path may have the same name as an agent.
  const at = url.lastIndexOf(`/${id}`) + 1;
  return at === 0 ? url : url.slice(0, at) + AGENT_ID + url.slice(at + id.length);
}

/** Fills in a URL template for one agent. */
export function fillUrlTemplate(template: string, agentId: string): string {
  return template.replace(AGENT_ID, () => encodeURI(agentId));
}
