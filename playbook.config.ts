import { defineConfig } from 'rust-agent-playbook';

export default defineConfig({
  title: 'Rust Agent Playbook',
  agents: 'content/agents',
});
