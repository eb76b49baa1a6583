/**
 * The words that announce an element in the titles of agents written in other languages than English: those of which
 * published agents are written most often.
 */

/** Titles of steps in order. Where the noun comes last, it ends the title; elsewhere it begins it. */
export const processElsewhere =
  /(?:流程|步骤|步驟|工作流|手順|プロセス|ワークフロー|進め方|프로세스|워크플로우?|절차|단계|작업 순서)(?:\s?[（(:：–—].*)?$|^[^\p{L}]{0,9}(?:flujo de|proceso|pasos|procedimiento|metodología|fluxo de|processo|passos|procedimento|metodologia|passo a passo|paso a paso|démarche|processus|procédure|étapes|méthodologie|déroulement|flux de travail|порядок (?:работы|действий)|алгоритм|процесс|процедура|шаги|этапы)(?!\p{L})|(?:ablauf|vorgehen|vorgehensweise|arbeitsweise|schritte|prozess|этапы работы)$/iu;

/** Titles of checklists. */
export const checklistElsewhere =
  /检查清单|检查表|核查清单|自检清单|验收标准|验收清单|檢查清單|驗收標準|チェックリスト|チェック項目|確認項目|受け?入れ?(?:条件|基準)|完了条件|체크리스트|점검 ?(?:목록|항목|리스트)|완료 ?(?:조건|기준)|lista de (?:verificación|comprobación|chequeo|control|verificação|checagem)|criterios de (?:aceptación|éxito|calidad|salida)|critérios de (?:aceitação|aceite|sucesso|qualidade)|liste de (?:contrôle|vérification)|critères (?:d['’]acceptation|de (?:réussite|qualité|validation))|checkliste|prüfliste|abnahmekriterien|akzeptanzkriterien|qualitätskriterien|чек-?лист|критерии (?:при[её]мки|готовности|качества)/iu;

/** Titles of what an agent answers with, and how it looks. */
export const answerElsewhere =
  /(?:输出|報告|报告|返回|响应|回复|汇报|輸出|回覆)(?:格式|模板|模版|结构|结果|範本)|^[^\p{L}]{0,9}(?:输出|輸出|出力|출력)$|(?:出力|報告|レポート|回答)(?:形式|フォーマット|テンプレート|書式|内容)$|(?:출력|보고서?|결과|응답|리포트) ?(?:형식|양식|포맷|템플릿)|(?:formato|plantilla|modelo|estrutura|estructura) (?:de |da |del |do )(?:la )?(?:salida|saída|respuesta|resposta|informe|relatório|reporte|entrega)|^(?:salida|saída|sortie|ausgabe|вывод|отч[её]т)$|(?:format|modèle|structure) (?:de |du |des |de la )(?:sortie|réponses?|rapports?)|(?:ausgabe|antwort|berichts?)-?(?:format|vorlage|struktur)|(?:формат|шаблон|структура) (?:ответа|вывода|отч[её]та|результата)/iu;
