select count(*)
from evaluatoin
