/** A server that does not answer for so long is asked again. */
const ANSWER_MS = 10_000;

/**
 * Asks now, and again some time after each answer, so that answers come in the order of the questions; a question that
 * fails is asked again in its turn. Answers how to stop; nothing is told after that.
 */
export function keepAsking<Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
  pauseMs: number,
  onAnswer: (answer: Answer) => void,
): () => void {
  let isOver = false;
  let asking = new AbortController();
  let timer: ReturnType<typeof setTimeout>;

  const next = () => {
    if (!isOver) timer = setTimeout(askOnce, pauseMs);
  };
  const askOnce = () => {
    const mine = new AbortController();
    asking = mine;
    timer = setTimeout(() => {
      mine.abort();
      next();
    }, ANSWER_MS);
    const settle = (tell: () => void) => {
      if (mine.signal.aborted) return;
      clearTimeout(timer);
      next();
      tell();
    };
    ask(mine.signal).then(
      (answer) => settle(() => onAnswer(answer)),
      () => settle(() => {}),
    );
  };
  askOnce();
  return () => {
    isOver = true;
    clearTimeout(timer);
    asking.abort();
  };
}
