export function standaloneSvg(svg: string): string { return svg; }
