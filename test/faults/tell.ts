/** Says what a fault came to; the test runner prints these lines whatever the tests' outcome. */
export function tell(line: string): void {
  console.log(`fault: ${line}`);
}
