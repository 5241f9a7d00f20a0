/** A row of the test's list, as its server sends it. */
export interface TestRow {
  number: number;
  type: string;
  name: string;
  email: string;
  before: string;
  after: string;
}
