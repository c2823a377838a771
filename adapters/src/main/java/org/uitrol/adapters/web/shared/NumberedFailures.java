package org.uitrol.adapters.web.shared;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import org.uitrol.adapters.security.SecurityConfiguration;

/**
 * Gives each failure a number, so that what the reader tells can be found in the log. The page says
 * no more than that.
 */
@Component
class NumberedFailures extends DefaultErrorAttributes {

  private static final Pattern PERSONAL = Pattern.compile("^(/[psu]/)[^/]*");
  private static final Logger LOG = LoggerFactory.getLogger(NumberedFailures.class);

  @Override
  public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
    Map<String, Object> attributes = super.getErrorAttributes(request, options);
    Throwable failure = getError(request);
    if (failure != null && Integer.valueOf(500).equals(attributes.get("status"))) {
      String number = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("failure {} at {}", number, withoutLink(attributes.get("path")), failure);
      attributes.put("number", number);
    }
    Object tooOld =
        request.getAttribute(SecurityConfiguration.FORM_TOO_OLD, WebRequest.SCOPE_REQUEST);
    attributes.put("formTooOld", tooOld != null);
    return attributes;
  }

  /** Whoever knows a personal link acts as that person, so none belongs in a log. */
  private static String withoutLink(@Nullable Object path) {
    return PERSONAL.matcher(String.valueOf(path)).replaceFirst("$1…");
  }
}
