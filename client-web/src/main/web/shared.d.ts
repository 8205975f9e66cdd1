/** The Java protocol module, compiled by TeaVM; mirrors dev.apsis.web.Shared. */
declare module '#shared' {
  export function echo(message: Int8Array): Int8Array;
}
