/** The other side of process.mjs: a process that says when it is ready, answers questions, and ends when it is told to. */

/** `answer(question)` is asked one question after the other; `close` runs before the process ends. */
export function answering(ready, answer = () => null, close = () => {}) {
  process.on('message', async ({ id, question }) => {
    try {
      process.send({ id, answer: await answer(question) });
    } catch (error) {
      process.send({ id, error: error.stack ?? String(error) });
    }
  });
  const end = async () => {
    await close();
    process.exit(0);
  };
  process.once('SIGTERM', end).once('disconnect', end);
  process.send({ ready });
}
