import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { agentLoader } from './agents/loader.ts';
import type { Agent } from './playbook/agent.ts';
import { site } from './site.ts';

// The loader hands over what `createAgent` made: already checked, and nothing a schema could refuse.
const agents = defineCollection({ loader: agentLoader(site.agents), schema: z.custom<Agent>() });

export const collections = { agents };
