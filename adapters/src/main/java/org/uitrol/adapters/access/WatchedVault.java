package org.uitrol.adapters.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.uitrol.application.directory.port.PersonVault;
import org.uitrol.domain.shared.PersonId;

/** Puts something before the vault that notes whose data it gives out. */
final class WatchedVault implements BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof PersonVault vault ? watched(vault) : bean;
  }

  private static PersonVault watched(PersonVault vault) {
    return (PersonVault)
        Proxy.newProxyInstance(
            vault.getClass().getClassLoader(),
            new Class<?>[] {PersonVault.class},
            (proxy, method, arguments) -> {
              Object answer;
              try {
                answer = method.invoke(vault, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              note(method.getName(), arguments, answer);
              return answer;
            });
  }

  /** What is only looked up by its identifier isn't shown. */
  private static void note(
      String method, @Nullable Object @Nullable [] arguments, @Nullable Object answer) {
    if (method.equals("find")
        && arguments != null
        && arguments[0] instanceof PersonId person
        && answer instanceof Optional<?> found
        && found.isPresent()) {
      Seen.add(List.of(person));
    } else if (method.equals("findAll") && answer instanceof Map<?, ?> found) {
      Seen.add(found.keySet().stream().map(PersonId.class::cast).toList());
    }
  }
}
