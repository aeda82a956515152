package vn.loa.support;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;

/** Holds every answer that a test receives from RestAssured against the contract. */
public class ContractFilter implements Filter {

    private final ContractCheck contract = new ContractCheck();

    @Override
    public Response filter(FilterableRequestSpecification request, FilterableResponseSpecification expected,
            FilterContext context) {
        Response response = context.next(request, expected);
        contract.check(new ContractCheck.Answer(request.getMethod(), URI.create(request.getURI()).getRawPath(),
                URI.create(request.getURI()).getRawQuery(), response.statusCode(), response::getHeader, response.asString()));
        return response;
    }
}
