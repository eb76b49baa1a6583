import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { agentsLoader } from './content/agents-loader.ts';
import type { Topics } from './playbook/topics/topics.ts';
import { site } from './site.ts';
import { topicsLoader } from './content/topics-loader.ts';

const agents = defineCollection({
  loader: agentsLoader(site),
  schema: z.object({
    /** Path of its file inside the agents' folder. */
    path: z.string(),
  }),
});

// The loader stores the result of `readTopics`, which needs no further checks.
const topics = defineCollection({ loader: topicsLoader(site), schema: z.custom<Topics>() });

const guide = defineCollection({
  loader: glob({ pattern: '*.mdx', base: 'content/guide' }),
  schema: z.object({
    title: z.string(),
    description: z.string(),
    /** Position in the list of the guide's pages. */
    order: z.number(),
  }),
});

export const collections = { agents, guide, topics };
