select line / 0 from evaluation
