/** After the last spec: stop the server that this run started, and only that. */
export default async function stopPostgresForJest(): Promise<void> {
  await globalThis.xibuTestServer?.stop();
}
