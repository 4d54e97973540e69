# Writes nested lists of numbers as JSON with base R alone: named lists become objects, the rest arrays.
as_json <- function(x) {
  if (is.matrix(x)) return(sprintf("[%s]", paste(apply(x, 1, function(row) as_json(as.list(row))), collapse = ", ")))
  if (is.list(x)) {
    parts <- vapply(x, as_json, "")
    if (is.null(names(x))) return(sprintf("[%s]", paste(parts, collapse = ", ")))
    return(sprintf("{%s}", paste(sprintf('"%s": %s', names(x), parts), collapse = ", ")))
  }
  if (length(x) == 1) return(if (is.na(x)) "null" else format(unname(x), digits = 15, scientific = FALSE))
  as_json(as.list(unname(x)))
}
