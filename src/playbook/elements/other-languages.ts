import { anyOf } from './patterns.ts';

/**
 * Titles in languages other than English: those in which published agents are written most often. Where the noun comes
 * last, as in Chinese, it ends the title; elsewhere it begins it.
 */

/** Titles of steps in order. */
export const processTitleInOtherLanguages = anyOf(
  // Chinese, Japanese and Korean
  /(?:流程|步骤|步驟|工作流|手順|プロセス|ワークフロー|進め方|프로세스|워크플로우?|절차|단계|작업 순서)(?:\s?[（(:：–—].*)?$/iu,
  // Spanish and Portuguese
  /^[^\p{L}]{0,9}(?:flujo de|proceso|pasos|paso a paso|procedimiento|metodología)(?!\p{L})/iu,
  /^[^\p{L}]{0,9}(?:fluxo de|processo|passos|passo a passo|procedimento|metodologia)(?!\p{L})/iu,
  // French
  /^[^\p{L}]{0,9}(?:démarche|processus|procédure|étapes|méthodologie|déroulement|flux de travail)(?!\p{L})/iu,
  // Russian
  /^[^\p{L}]{0,9}(?:порядок (?:работы|действий)|алгоритм|процесс|процедура|шаги|этапы)(?!\p{L})|этапы работы$/iu,
  // German, in which the noun may be the end of a longer word
  /(?:ablauf|vorgehen|vorgehensweise|arbeitsweise|schritte|prozess)$/iu,
);

/** Titles of checklists. */
export const checklistTitleInOtherLanguages = anyOf(
  // Chinese, Japanese and Korean
  /检查清单|检查表|核查清单|自检清单|验收标准|验收清单|檢查清單|驗收標準/iu,
  /チェックリスト|チェック項目|確認項目|受け?入れ?(?:条件|基準)|完了条件/iu,
  /체크리스트|점검 ?(?:목록|항목|리스트)|완료 ?(?:조건|기준)/iu,
  // Spanish and Portuguese
  /lista de (?:verificación|comprobación|chequeo|control|verificação|checagem)/iu,
  /criterios de (?:aceptación|éxito|calidad|salida)|critérios de (?:aceitação|aceite|sucesso|qualidade)/iu,
  // French
  /liste de (?:contrôle|vérification)|critères (?:d['’]acceptation|de (?:réussite|qualité|validation))/iu,
  // German
  /checkliste|prüfliste|abnahmekriterien|akzeptanzkriterien|qualitätskriterien/iu,
  // Russian
  /чек-?лист|критерии (?:при[её]мки|готовности|качества)/iu,
);

/** Titles of what an agent answers with, and of its format. */
export const outputTitleInOtherLanguages = anyOf(
  // Chinese, Japanese and Korean
  /(?:输出|報告|报告|返回|响应|回复|汇报|輸出|回覆)(?:格式|模板|模版|结构|结果|範本)/iu,
  /^[^\p{L}]{0,9}(?:输出|輸出|出力|출력)$/iu,
  /(?:出力|報告|レポート|回答)(?:形式|フォーマット|テンプレート|書式|内容)$/iu,
  /(?:출력|보고서?|결과|응답|리포트) ?(?:형식|양식|포맷|템플릿)/iu,
  // Spanish and Portuguese
  /(?:formato|plantilla|modelo|estrutura|estructura) (?:de |da |del |do )(?:la )?(?:salida|saída|respuesta|resposta|informe|relatório|reporte|entrega)/iu,
  // French
  /(?:format|modèle|structure) (?:de |du |des |de la )(?:sortie|réponses?|rapports?)/iu,
  // German
  /(?:ausgabe|antwort|berichts?)-?(?:format|vorlage|struktur)/iu,
  // Russian
  /(?:формат|шаблон|структура) (?:ответа|вывода|отч[её]та|результата)/iu,
  /^(?:salida|saída|sortie|ausgabe|вывод|отч[её]т)$/iu,
);
