# Critical values of the average deviation (ADm) when n people answer at random on five points.
#
# For a single item the distribution is exact: every way n answers can fall on five values, with its
# multinomial probability, in whole numbers T = sum |n x - S|, so that ADm = T / n^2 and ties are ties.
# For several items the distributions are convolved. The critical value is the smallest value of ADm whose
# cumulative probability passes 5 %: a team is closer than chance when its ADm is BELOW it.
# A seeded simulation checks the exact table, and the rules for other numbers of items and large teams.
#
# Rscript tests/oracle/agreement-limits.R > tests/oracle/expected/agreement-limits.json

sizes <- c(3:30, 40, 50, 60)

compositions <- function(n) {
  grid <- expand.grid(a = 0:n, b = 0:n)
  grid <- grid[grid$a + grid$b <= n, ]
  pieces <- lapply(seq_len(nrow(grid)), function(row) {
    left <- n - grid$a[row] - grid$b[row]
    c3 <- rep(0:left, left + 1 - 0:left)
    c4 <- sequence(left + 1 - 0:left) - 1
    cbind(grid$a[row], grid$b[row], c3, c4, left - c3 - c4)
  })
  do.call(rbind, pieces)
}

distribution <- function(n) {
  counts <- compositions(n)
  S <- as.vector(counts %*% 1:5)
  T <- Reduce(`+`, lapply(1:5, function(x) counts[, x] * abs(n * x - S)))
  p <- exp(lfactorial(n) - rowSums(lfactorial(counts)) - n * log(5))
  out <- numeric(max(T) + 1)
  sums <- tapply(p, T, sum)
  out[as.integer(names(sums)) + 1] <- sums
  out
}

convolved <- function(p, q) {
  length <- length(p) + length(q) - 1
  size <- 2^ceiling(log2(length))
  pad <- function(v) c(v, numeric(size - length(v)))
  product <- Re(fft(fft(pad(p)) * fft(pad(q)), inverse = TRUE)) / size
  pmax(product[seq_len(length)], 0)
}

critical <- function(p, scale) {
  support <- which(p > 1e-13)
  at <- support[which(cumsum(p[support]) > .05 + 1e-10)[1]]
  (at - 1) / scale
}

rows <- lapply(sizes, function(n) {
  one <- distribution(n)
  two <- convolved(one, one)
  four <- convolved(two, two)
  list(
    n = n, mean = sum((seq_along(one) - 1) * one) / n^2,
    one = critical(one, n^2), four = critical(four, 4 * n^2)
  )
})

simulated <- function(n, items, levels = 5, runs = 20000) {
  T <- 0
  for (item in seq_len(items)) {
    x <- matrix(sample.int(levels, n * runs, replace = TRUE), runs)
    T <- T + rowSums(abs(n * x - rowSums(x)))
  }
  values <- sort(unique(T))
  at <- which(cumsum(tabulate(match(T, values))) / runs > .05)[1]
  values[at] / (items * n^2)
}

set.seed(20261122)
checks <- rbind(
  expand.grid(n = c(3, 5, 8, 12, 20), items = c(1, 4), levels = 5),
  expand.grid(n = c(4, 8, 12, 25), items = c(2, 3, 8), levels = 5),
  data.frame(n = c(5, 12), items = 32, levels = 5),
  expand.grid(n = c(100, 300), items = c(1, 4), levels = 5),
  expand.grid(n = c(5, 8, 20), items = 4, levels = c(2, 3, 4, 7, 11))
)
checks$critical <- mapply(simulated, checks$n, checks$items, checks$levels)

number <- function(x) formatC(x, digits = 6, format = "g", flag = "")
json <- function(fields) {
  paste0("{ ", paste0('"', names(fields), '": ', vapply(fields, number, ""), collapse = ", "), " }")
}
cat('{\n\t"exact": [\n\t\t')
cat(vapply(rows, json, ""), sep = ",\n\t\t")
cat('\n\t],\n\t"simulated": [\n\t\t')
cat(vapply(seq_len(nrow(checks)), function(row) json(as.list(checks[row, ])), ""), sep = ",\n\t\t")
cat("\n\t]\n}\n")
