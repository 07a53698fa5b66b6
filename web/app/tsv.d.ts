// Tables are bundled as they stand.
declare module "*.tsv" {
  const table: string;
  export default table;
}
