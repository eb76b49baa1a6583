import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { agentLoader } from './content/agents-loader.ts';
import type { Topics } from './playbook/topics/topics.ts';
import { site } from './site.ts';
import { topicsLoader } from './content/topics-loader.ts';

const agents = defineCollection({
  loader: agentLoader(site.agents),
  schema: z.object({
    name: z.string(),
    description: z.string(),
    model: z.string().optional(),
    color: z.string().optional(),
    /** As written, arguments included; absent where the agent has all of its caller's. */
    tools: z.array(z.string()).optional(),
    /** Of its file, below the folder of agents. */
    path: z.string(),
  }),
});

// The loader hands over what `readTopics` made: already checked, and nothing a schema could refuse.
const topics = defineCollection({ loader: topicsLoader(site.topics), schema: z.custom<Topics>() });

const guide = defineCollection({
  loader: glob({ pattern: '*.mdx', base: 'content/guide' }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    /** Place in the list of the guide's pages. */
    order: z.number(),
  }),
});

export const collections = { agents, guide, topics };
