/** Says nothing of what passes, and everything of what fails; what a spec prints on purpose is shown. */
export default class QuietReporter {
  onTestResult(_test, { testFilePath, failureMessage, console: printed }) {
    for (const { message, type } of printed ?? []) if (type === 'info' || type === 'error') console.error(message);
    if (failureMessage) console.error(`\n✗ ${testFilePath}\n${failureMessage}`);
  }
}
