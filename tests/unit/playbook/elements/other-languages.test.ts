import { describe, expect, it } from 'vitest';
import { blocksOf, fence, text } from './recognised.ts';

const numbered = text('1. A', '2. B');
const bullets = text('- a', '- b');

describe('a title in a language other than English', () => {
  it.each([
    ['# 烘焙流程'],
    ['# パンの手順（朝）'],
    ['# 굽기 프로세스'],
    ['# Flujo de trabajo'],
    ['# Passos do pão'],
    ['# Déroulement du four'],
    ['# Backablauf'],
    ['# Порядок работы'],
  ])('can be the title of steps: “%s”', (title) => {
    expect(blocksOf(text(title, numbered))).toEqual(['workflow']);
    expect(blocksOf(text(title, bullets))).toEqual(['prose']);
  });

  it.each([
    ['# 面包检查清单'],
    ['# パンのチェック項目'],
    ['# 완료 조건'],
    ['# Criterios de calidad'],
    ['# Critérios de aceitação'],
    ['# Liste de contrôle'],
    ['# Abnahmekriterien'],
    ['# Чек-лист печи'],
  ])('can be the title of a checklist: “%s”', (title) => {
    expect(blocksOf(text(title, bullets))).toEqual(['quality-gate']);
  });

  it.each([
    ['# 输出格式'],
    ['# 出力'],
    ['# 결과 형식'],
    ['# Formato de salida'],
    ['# Estrutura do relatório'],
    ['# Format de sortie'],
    ['# Ausgabeformat'],
    ['# Формат ответа'],
  ])('can be the title of the format of an answer: “%s”', (title) => {
    expect(blocksOf(text(title, fence('', '- A: [b]', 'c', '- D: [e]')))).toEqual(['handoff-template']);
    expect(blocksOf(text(title, fence('json', '{ "a": 1 }')))).toEqual(['message']);
    expect(blocksOf(text(title, '- **A**: b', '- **C**: d'))).toEqual(['handoff-template']);
  });

  it.each([
    ['# 面包'],
    ['# 输入与输出'],
    ['# 入力と出力'],
    ['# 입력과 출력'],
    ['# Procesos'],
    ['# Ausgaben'],
    ['# Отчёты'],
  ])('does not make an element of what is below it: “%s”', (title) => {
    expect(blocksOf(text(title, numbered))).toEqual(['prose']);
    expect(blocksOf(text(title, fence('json', '{ "a": 1 }')))).toEqual(['code']);
  });
});
