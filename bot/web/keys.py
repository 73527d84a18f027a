"""Where the parts hang on the aiohttp application, typed."""

from aiohttp import web

from bot.telegram.intake import Intake
from bot.web.health import Readiness
from bot.web.metrics import Metrics

INTAKE = web.AppKey("intake", Intake)
WEBHOOK_SECRET = web.AppKey("webhook_secret", str)
READINESS = web.AppKey("readiness", Readiness)
METRICS = web.AppKey("metrics", Metrics)
METRICS_FOR_ALL = web.AppKey("metrics_for_all", bool)
