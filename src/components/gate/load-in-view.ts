/*
 * Loads the script of the gates on an agent's page when the reader gets near the first of them. Boxes that are ticked
 * before are native ones: the script takes their state over.
 */
const gates = document.querySelectorAll('.gate-compact');
if (gates.length > 0) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void import('./gate-checklist.ts');
    },
    { rootMargin: '100%' },
  );
  for (const gate of gates) observer.observe(gate);
}
